// Comfort only: every page does the same without it.
(function () {
  "use strict";
  var problems = document.getElementById("problems");
  if (problems) { problems.focus(); }
  document.querySelectorAll("form[method=post]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (form.dataset.sent) { event.preventDefault(); }
      form.dataset.sent = "yes";
      setTimeout(function () { delete form.dataset.sent; }, 3000);
    });
  });
  var bar = document.querySelector("[data-follow]");
  if (bar) {
    var look = function () {
      fetch(bar.dataset.follow, { credentials: "same-origin" }).then(function (answer) {
        return answer.json();
      }).then(function (said) {
        if (!said.running) { location.reload(); return; }
        bar.value = said.done;
        document.getElementById("progress-words").textContent = said.done + " of " + said.total;
        setTimeout(look, 1000);
      }).catch(function () {});
    };
    setTimeout(look, 700);
  }
}());
