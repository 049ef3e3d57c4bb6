// The pages work without this file; it adds the signature pad, the live picture and the word while something runs.
"use strict";

document.documentElement.classList.add("script");

// One press is one act: the button says what is going on and cannot be pressed again.
for (const form of document.querySelectorAll("form[data-busy]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    const button = event.submitter || form.querySelector("button");
    setTimeout(() => { button.textContent = form.dataset.busy; button.disabled = true; }, 0);
  });
}
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

// What is wrong is read first.
const problem = document.querySelector(".problem[tabindex]");
if (problem && !document.querySelector("[autofocus]")) problem.focus();

// The live picture: the next frame is asked for when the last one has come.
const preview = document.querySelector("[data-preview]");
if (preview) {
  const picture = preview.querySelector("img");
  const show = async () => {
    let wait = 400;
    try {
      const answer = await fetch(preview.dataset.preview, { cache: "no-store" });
      if (answer.status === 200 && (answer.headers.get("content-type") || "").startsWith("image/")) {
        const old = picture.src;
        picture.src = URL.createObjectURL(await answer.blob());
        picture.classList.remove("off");
        if (old.startsWith("blob:")) URL.revokeObjectURL(old);
      } else { picture.classList.add("off"); wait = 2000; }
    } catch { wait = 4000; }
    setTimeout(show, wait);
  };
  show();
}

// The signature pad: mouse, finger or pen; the hidden field carries the drawing.
const pad = document.getElementById("pad");
if (pad) {
  const form = document.getElementById("papan");
  const pen = pad.getContext("2d");
  let drawing = false, drawn = false;
  pen.lineWidth = 8; pen.lineCap = "round"; pen.lineJoin = "round"; pen.strokeStyle = "#000";
  const at = (event) => {
    const box = pad.getBoundingClientRect();
    return [(event.clientX - box.left) * pad.width / box.width, (event.clientY - box.top) * pad.height / box.height];
  };
  pad.addEventListener("pointerdown", (event) => {
    drawing = true; drawn = true; pad.setPointerCapture(event.pointerId);
    pen.beginPath(); pen.moveTo(...at(event)); pen.lineTo(...at(event)); pen.stroke();
  });
  pad.addEventListener("pointermove", (event) => { if (drawing) { pen.lineTo(...at(event)); pen.stroke(); } });
  for (const end of ["pointerup", "pointercancel"]) pad.addEventListener(end, () => { drawing = false; });
  document.getElementById("ulang-pad").addEventListener("click", () => { pen.clearRect(0, 0, pad.width, pad.height); drawn = false; });
  form.addEventListener("submit", () => { if (drawn) form.elements.gambar.value = pad.toDataURL("image/png"); });
}
