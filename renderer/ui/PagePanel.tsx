import { OctagonX, ShieldQuestionMark } from 'lucide-react';
import { useId, type ReactElement, type ReactNode } from 'react';
import { EarshotMark } from './EarshotMark.tsx';
import './page-panel.css';

type Tone = 'plain' | 'warn' | 'danger';

interface PagePanelProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  /** Marks a page that stops the inspector for a reason. */
  readonly tone?: Tone;
  /** Small print under the panel. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** A page that stands alone in the window: sign-in, certificate, take-over. */
export function PagePanel({ title, lead, wide = false, tone = 'plain', foot, children }: PagePanelProps): ReactElement {
  const titleId = useId();
  const leadId = useId();
  return (
    <main className="page">
      <section
        className={`page__panel page__panel--${tone}${wide ? ' page__panel--wide' : ''}`}
        role="group"
        aria-labelledby={titleId}
        aria-describedby={lead === undefined ? undefined : leadId}
      >
        <header className="page__head">
          <Sign tone={tone} />
          <h1 id={titleId}>{title}</h1>
        </header>
        {lead === undefined ? null : (
          <p className="page__lead" id={leadId}>
            {lead}
          </p>
        )}
        {children}
      </section>
      {foot === undefined ? null : <footer className="page__foot">{foot}</footer>}
    </main>
  );
}

function Sign({ tone }: { readonly tone: Tone }): ReactElement {
  switch (tone) {
    case 'plain':
      return <EarshotMark />;
    case 'warn':
      return <ShieldQuestionMark className="page__sign" aria-hidden="true" />;
    case 'danger':
      return <OctagonX className="page__sign" aria-hidden="true" />;
  }
}
