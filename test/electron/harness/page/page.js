window.earshot.onState((state) => {
  document.querySelector('#session').textContent = state.session.kind;
});
const watch = () => window.earshot.watchRoster({ visible: document.visibilityState === 'visible' });
document.addEventListener('visibilitychange', watch);
void watch();
