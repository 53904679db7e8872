/** In the frame: tells the page around it how high the content is. `data-sites` names who may know. */
const sites = document.querySelector('#tell-height').dataset.sites.split(' ');

function tell() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  // The browser gives the message to a page of that origin, and to no other.
  for (const site of sites) parent.postMessage({ type: 'sas-height', height }, site);
}

if (parent !== window) new ResizeObserver(tell).observe(document.body);
