try {
  eval('1');
  document.documentElement.dataset.evaluated = 'ran';
} catch (error) {
  document.documentElement.dataset.evaluated = error.name;
}
