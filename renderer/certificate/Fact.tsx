import type { ReactElement, ReactNode } from 'react';

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
  /** Under its name, over the whole width: fingerprints. */
  readonly print?: boolean;
}

/** A line of a certificate's `dl`. */
export function Fact({ name, children, print = false }: FactProps): ReactElement {
  return (
    <div className={`certificate__fact${print ? ' certificate__fact--print' : ''}`}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
