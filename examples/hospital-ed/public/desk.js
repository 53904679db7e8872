/** What the list names is found anew, or carried out, in the element above it. */
const flow = document.querySelector('sas-orientation');
addEventListener('sas-orientation-again', ({ orientation }) => flow.again(orientation));
addEventListener('sas-orientation-execute', ({ orientation }) => flow.execute(orientation));
