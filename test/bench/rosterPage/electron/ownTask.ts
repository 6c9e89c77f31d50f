import { ipcRenderer } from 'electron';

// The browser counts as script what a task of the page's begins with, and not what Electron calls by itself when a message comes.
const on = ipcRenderer.on.bind(ipcRenderer);
ipcRenderer.on = (channel, listener) =>
  on(channel, (...message) => {
    setTimeout(() => {
      listener(...message);
    });
  });
