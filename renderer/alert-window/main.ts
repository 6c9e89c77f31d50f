import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import './alert-window.css';
import { z } from 'zod';
import type { Shown } from '../../contract/alerts.ts';
import { numberedOrderSchema, type AlertBridge, type AlertOrder } from '../../contract/alertPage.ts';
import { createRingPlayer } from '../alerts/surfaces/ringPlayer.ts';
import { browserTime } from '../clock/browserTime.ts';
import { unlessComposing } from '../keys/composing.ts';
import { holdToOneGesture } from '../ui/oneGesture.ts';
import { createCardView } from './cardView.ts';

const bridgeSchema = z.custom<AlertBridge>((offered) => typeof offered === 'object' && offered !== null && 'onOrder' in offered);

/** Starts the alert page: it draws and plays what main orders, and says what came of it. */
function start(): void {
  // The page's policy forbids eval, which zod otherwise tries.
  z.config({ jitless: true });
  const bridge = bridgeSchema.parse(Reflect.get(window, 'earshotAlert'));
  const root = document.getElementById('alert');
  if (root === null) throw new Error('The page has no root');
  holdToOneGesture(window);
  const time = browserTime();
  const card = createCardView(root, time, bridge.press);
  const player = createRingPlayer();

  function carryOut(order: AlertOrder): Promise<Shown> {
    switch (order.kind) {
      case 'draw':
        return card.draw(order.card);
      case 'clear':
        card.clear();
        return Promise.resolve({ kind: 'shown' });
      case 'play':
        return player.play(order.sound);
      case 'silence':
        player.silence();
        return Promise.resolve({ kind: 'shown' });
    }
  }

  window.addEventListener(
    'keydown',
    unlessComposing(({ key }: KeyboardEvent) => {
      if (key === 'Escape') bridge.press('escape');
    }),
  );
  bridge.onOrder((payload) => {
    const parsed = numberedOrderSchema.safeParse(payload);
    if (!parsed.success) return;
    const { id, now, order } = parsed.data;
    time.said(now);
    carryOut(order).then(
      (shown) => bridge.report({ id, shown }),
      (error: unknown) =>
        bridge.report({ id, shown: { kind: 'notShown', why: 'failed', detail: error instanceof Error ? error.name : 'unknown' } }),
    );
  });
}

start();
