window.earshot.onState((state) => {
  document.querySelector('#session').textContent = state.session.kind;
});
