import type { ReactElement } from 'react';
import { useActions } from '../model/EarshotContext.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import { useSavedFile } from './useSavedFile.ts';

/** The file that is sent to support. */
export function SupportFile(): ReactElement {
  const { support } = useWords().diagnostics;
  const actions = useActions();
  const { said, take } = useSavedFile();
  return (
    <section className="alert-part" aria-labelledby="support-file">
      <div className="alert-part__head">
        <h4 id="support-file">{support.title}</h4>
        <Button
          onClick={() => {
            take(actions.saveSupportFile());
          }}
        >
          {support.save}
        </Button>
      </div>
      <p className="dim">{support.lead}</p>
      <p role="status">{said}</p>
    </section>
  );
}
