import { Suspense, useState, type ReactElement } from 'react';
import type { AppState, Session } from '../../contract/state.ts';
import { useActProblem, useActions } from '../model/EarshotContext.tsx';
import { CertificatePage } from '../certificate/CertificatePage.tsx';
import { Phrase } from '../i18n/Phrase.tsx';
import { useWords } from '../i18n/WordsContext.tsx';
import { laterPart } from '../ui/laterPart.tsx';
import { SignInForm } from './SignInForm.tsx';
import { TakeOverPage } from './TakeOverPage.tsx';
import { WaitingPage } from './WaitingPage.tsx';

const SettingsPage = laterPart(async () => (await import('../settings/SettingsPage.tsx')).SettingsPage);

/** Every session that is not signed in. */
export type BeforeSignIn = Exclude<Session, { kind: 'signedIn' }>;

interface SignInPagesProps {
  readonly state: AppState;
  readonly session: BeforeSignIn;
}

/** The pages up to a session. What was typed stays here while a question is asked, and is forgotten with the sign-in. */
export function SignInPages({ state, session }: SignInPagesProps): ReactElement {
  const words = useWords();
  const actions = useActions();
  const actProblem = useActProblem();
  const [values, setValues] = useState(state.form);
  const [settingsOpen, setSettingsOpen] = useState<string | null>(null);
  const gatewayLocked = state.settings.values.gateway !== '';

  function form(busy: ReactElement | null): ReactElement {
    const ended = session.kind === 'signedOut' ? session.problem : null;
    return (
      <SignInForm
        values={gatewayLocked ? { ...values, gatewayAddress: state.settings.values.gateway } : values}
        gatewayLocked={gatewayLocked}
        onChange={setValues}
        keepSignedIn={state.keepSignedIn}
        takesOver={session.kind === 'signedOut' && session.offer === 'takeOver'}
        onSignIn={(form, choices) => {
          actions.signIn({ ...form, ...choices });
        }}
        busy={busy}
        onCancel={actions.cancelSignIn}
        problem={busy === null ? (actProblem ?? ended) : null}
        version={state.version}
        onSettings={() => {
          actions.dismissProblem();
          setSettingsOpen('trusted');
        }}
        onDiagnostics={() => {
          actions.dismissProblem();
          setSettingsOpen('diagnostics');
        }}
      />
    );
  }

  switch (session.kind) {
    case 'signedOut':
      if (settingsOpen === null) return form(null);
      return (
        <main className="settings-alone">
          <h1 className="only-spoken">{words.product}</h1>
          <Suspense fallback={null}>
            <SettingsPage
              // What is typed is what diagnostics are about.
              state={{ ...state, form: { ...state.form, gatewayAddress: values.gatewayAddress } }}
              section={settingsOpen}
              problem={actProblem}
              onClose={() => {
                actions.dismissProblem();
                setSettingsOpen(null);
              }}
            />
          </Suspense>
        </main>
      );
    case 'signingIn':
      return form(<Phrase text={words.signIn.signingIn} values={{ gateway: <bdi>{session.gateway}</bdi> }} />);
    case 'resuming':
      return (
        <WaitingPage
          onCancel={actions.cancelSignIn}
          delay={session.problem === null ? null : { problem: session.problem, nextAttempt: session.nextAttempt, onTryNow: actions.tryNow }}
        >
          <Phrase text={words.signIn.resuming} values={{ agentId: <bdi>{session.agentId}</bdi>, gateway: <bdi>{session.gateway}</bdi> }} />
        </WaitingPage>
      );
    case 'signingOut':
      return (
        <WaitingPage onCancel={null} delay={null}>
          <Phrase text={words.signIn.signingOut} values={{ agentId: <bdi>{session.agentId}</bdi> }} />
        </WaitingPage>
      );
    case 'certificate':
      return (
        <CertificatePage
          gateway={session.gateway}
          question={session.question}
          userTrust={state.settings.values.userTrust}
          problem={actProblem}
          onTrust={(fingerprint) => actions.trustCertificate({ fingerprint })}
          onCancel={actions.cancelSignIn}
        />
      );
    case 'takeOver':
      return (
        <TakeOverPage
          agentId={session.agentId}
          gateway={session.gateway}
          problem={session.problem}
          refusal={actProblem}
          onTakeOver={actions.takeOver}
          onCancel={actions.cancelSignIn}
        />
      );
  }
}
