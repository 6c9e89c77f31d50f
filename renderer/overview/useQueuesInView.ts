import { useEffect } from 'react';
import { useAgentWatch } from '../model/EarshotContext.tsx';

/** Has the skills' queues asked for while this is shown. */
export function useQueuesInView(): void {
  const watch = useAgentWatch();
  useEffect(() => {
    watch.watch({ queues: true });
    return () => {
      watch.watch({ queues: false });
    };
  }, [watch]);
}
