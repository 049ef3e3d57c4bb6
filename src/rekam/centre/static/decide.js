// Keys 1, 2, 3 choose a verdict wherever the focus is, except inside the reason.
document.addEventListener("keydown", (event) => {
  if (event.target.tagName === "TEXTAREA" || event.ctrlKey || event.altKey || event.metaKey) return;
  const place = ["1", "2", "3"].indexOf(event.key);
  if (place < 0) return;
  const choice = document.querySelectorAll('input[name="putusan"]')[place];
  choice.checked = true;
  document.querySelector('textarea[name="alasan"]').focus();
  event.preventDefault();
});
