import { useEffect, useRef, type ReactElement } from 'react';
import { useWords } from '../i18n/WordsContext.tsx';
import { Button } from '../ui/Button.tsx';
import '../ui/keys.css';

interface KeysDialogProps {
  /** Whether keys of a single character do something. */
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  readonly onClose: () => void;
}

/** The list of keys. The browser's own dialog keeps the focus inside, closes at Escape and gives the focus back. */
export function KeysDialog({ singleKeys, onSingleKeys, onClose }: KeysDialogProps): ReactElement {
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog className="keys" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{words.keys.title}</h2>
      <dl className="keys__list">
        {words.keys.list.map(([keys, does]) => (
          <div key={keys} className="keys__item">
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="keys__switch">
        <input
          type="checkbox"
          role="switch"
          checked={singleKeys}
          onChange={(event) => {
            onSingleKeys(event.target.checked);
          }}
        />
        {words.keys.single}
      </label>
      <Button
        look="primary"
        onClick={() => {
          dialog.current?.close();
        }}
      >
        {words.keys.close}
      </Button>
    </dialog>
  );
}
