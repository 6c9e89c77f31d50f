import { Fragment, type ReactElement, type ReactNode } from 'react';
import { phraseParts } from './phrase.ts';

interface PhraseProps {
  readonly text: string;
  readonly values: Readonly<Record<string, ReactNode>>;
}

/** A phrase of the catalogue with its places filled in, in the order of its language. */
export function Phrase({ text, values }: PhraseProps): ReactElement {
  return (
    <>
      {phraseParts(text).map((part, index) => (
        <Fragment key={index}>{'text' in part ? part.text : values[part.place]}</Fragment>
      ))}
    </>
  );
}
