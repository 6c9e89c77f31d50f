import { useEffect } from 'react';
import type { PageAlert } from '../../contract/alerts.ts';
import { useActions } from '../model/EarshotContext.tsx';

/** Tells the application, once for each alert, whether the banner that is drawn can be seen. */
export function useBannerReport(pageAlert: PageAlert | null): void {
  const { alertShown } = useActions();
  const id = pageAlert?.page === true ? pageAlert.id : null;
  useEffect(() => {
    if (id === null) return;
    const seen = document.visibilityState === 'visible';
    alertShown({ id, surface: 'page', shown: seen ? { kind: 'shown' } : { kind: 'notShown', why: 'notInView' } });
  }, [id, alertShown]);
}
