import { Fragment, type ReactElement, type ReactNode } from 'react';
import { phraseParts, type Phrase as PhraseText } from './phrase.ts';

interface PhraseProps<Place extends string> {
  readonly text: PhraseText<Place>;
  readonly values: Readonly<Record<NoInfer<Place>, ReactNode>>;
}

/** A phrase of the catalogue with its places filled in, in the order of its language. */
export function Phrase<Place extends string>({ text, values }: PhraseProps<Place>): ReactElement {
  return (
    <>
      {phraseParts(text).map((part, index) => (
        <Fragment key={index}>{'text' in part ? part.text : values[part.place]}</Fragment>
      ))}
    </>
  );
}
