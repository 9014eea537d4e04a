/** Opens the fold around what the address points at: the rows behind a figure, or a source. */
function openTarget(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const place = id ? document.getElementById(id) : null;
  const fold = place?.closest("details");
  if (place && fold && !fold.open) {
    fold.open = true;
    place.scrollIntoView();
  }
}

export function openTargets(): void {
  addEventListener("hashchange", openTarget);
  openTarget();
}
