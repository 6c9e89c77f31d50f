import type { ReactElement } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';
import type { ListenRemark } from './listenBlock.ts';

interface ListenRemarksProps {
  readonly idOf: (remark: string) => string;
}

/** The remarks that rows refer to, once for all rows. */
export function ListenRemarks({ idOf }: ListenRemarksProps): ReactElement {
  const words = useWords();
  const texts: Readonly<Record<ListenRemark, string>> = { ...words.blocked, nothingToHear: words.nothingToHear };
  return (
    <div hidden>
      {Object.entries(texts).map(([remark, text]) => (
        <span key={remark} id={idOf(remark)}>
          {text}
        </span>
      ))}
    </div>
  );
}
