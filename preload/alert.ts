import { contextBridge, ipcRenderer } from 'electron';
import { alertChannels } from '../contract/alertChannels.ts';
import type { AlertBridge, NumberedOrder } from '../contract/alertPage.ts';

// Main parses what is sent, and the page parses what it receives: nothing is parsed here.
const bridge: AlertBridge = {
  onOrder: (listener) => {
    ipcRenderer.on(alertChannels.order, (_event, order: NumberedOrder) => {
      listener(order);
    });
    void ipcRenderer.invoke(alertChannels.ready);
  },
  report: (report) => {
    void ipcRenderer.invoke(alertChannels.report, report);
  },
  press: (action) => {
    void ipcRenderer.invoke(alertChannels.press, { action });
  },
};

contextBridge.exposeInMainWorld('earshotAlert', bridge);
