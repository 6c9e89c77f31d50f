import type { ReactElement } from 'react';
import type { AppState } from '../../contract/state.ts';
import { useWords } from '../i18n/WordsContext.tsx';

/** Versions, system, and every setting in force with where it comes from. */
export function AboutEarshot({ state }: { readonly state: AppState }): ReactElement {
  const { about, origins } = useWords().diagnostics;
  const { diagnostics, settings, version } = state;
  const facts = [
    [about.version, version],
    [about.host, about.hosts[diagnostics.about.host]],
    ...diagnostics.about.versions.map((each) => [each.name, each.version] as const),
    [about.system, diagnostics.about.system],
  ] as const;
  return (
    <section className="alert-part" aria-labelledby="about-earshot">
      <h4 id="about-earshot">{about.title}</h4>
      <dl className="about">
        {facts.map(([name, value]) => (
          <div key={name} className="about__fact">
            <dt className="dim">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details className="origins">
        <summary>{origins.title}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{origins.name}</th>
              <th scope="col">{origins.value}</th>
              <th scope="col">{origins.source}</th>
            </tr>
          </thead>
          <tbody>
            {diagnostics.origins.map(({ name, source }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{valueText(settings.values[name], origins.none)}</td>
                <td className="dim">{origins.sources[source]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

function valueText(value: unknown, none: string): string {
  if (Array.isArray(value)) return value.length === 0 ? none : value.join(', ');
  return value === '' ? none : String(value);
}
