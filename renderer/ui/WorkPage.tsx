import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { unlessComposing } from '../keys/composing.ts';
import { Button } from './Button.tsx';
import './work-page.css';

interface WorkPageProps {
  readonly title: string;
  readonly back: string;
  readonly onClose: () => void;
  /** Beside the title. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A page in the place of the agents; Escape, or its first button, leads back to them. */
export function WorkPage({ title, back, onClose, acts, children }: WorkPageProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section
      className="work-page"
      aria-label={title}
      onKeyDown={unlessComposing((event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      })}
    >
      <header className="work-page__head">
        <Button look="quiet" onClick={onClose}>
          <ArrowLeft aria-hidden="true" />
          {back}
        </Button>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {acts}
      </header>
      <div className="work-page__body">{children}</div>
    </section>
  );
}
