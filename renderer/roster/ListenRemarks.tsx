import type { ReactElement } from 'react';
import type { Words } from '../i18n/en.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import type { ListenRemark } from './AgentRow.tsx';

function remarks(words: Words): readonly (readonly [ListenRemark, string])[] {
  return [
    ['unreachable', words.blocked.unreachable],
    ['offline', words.blocked.offline],
    ['listenUnderWay', words.blocked.listenUnderWay],
    ['notIdle', words.blocked.notIdle],
    ['ownCall', words.blocked.ownCall],
    ['ownStateUnknown', words.blocked.ownStateUnknown],
    ['agentSignedOut', words.blocked.agentSignedOut],
    ['nothingToHear', words.nothingToHear],
  ];
}

interface ListenRemarksProps {
  readonly idOf: (remark: ListenRemark) => string;
}

/** The remarks that rows refer to, once for all rows. */
export function ListenRemarks({ idOf }: ListenRemarksProps): ReactElement {
  const words = useWords();
  return (
    <div hidden>
      {remarks(words).map(([remark, text]) => (
        <span key={remark} id={idOf(remark)}>
          {text}
        </span>
      ))}
    </div>
  );
}
