import type { ReactElement } from 'react';
import './agent-name.css';

/** An agent's name amid other words: as text, its direction isolated, clipped where it is too long. */
export function AgentName({ name }: { readonly name: string }): ReactElement {
  return (
    <bdi className="agent-name" title={name}>
      {name}
    </bdi>
  );
}
