/** What was booked in these pages goes to its case; what is to be found again, to the page of its case. */

// Nobody types it again: the appointment is on its case before its message comes from the Hub.
document.addEventListener('sas-orientation-made', ({ orientation, caseRef }) => {
  const { appointmentId, firstStart } = orientation;
  // A decision that waited has a case of its own, whatever page it is carried out in.
  const of = orientation.caseRef ?? caseRef;
  if (appointmentId === null || of === '') return;
  const body = new URLSearchParams({ appointmentId, start: firstStart ?? '' });
  void fetch(`/cases/${encodeURIComponent(of)}/appointments`, { method: 'POST', body });
});

document.addEventListener('sas-orientation-withdrawn', ({ orientation: { appointmentId } }) => {
  if (appointmentId === null) return;
  void fetch(`/appointments/${encodeURIComponent(appointmentId)}/withdrawn`, { method: 'POST' });
});

/** What is taken up in the page of its case: `again` or `execute`, and the orientation. */
const WANTED = 'wanted';

const NO_CASE =
  'Cette orientation n’a pas de dossier dans ce logiciel\u00a0: reprenez-la là où elle a été notée.';
const notHere = (caseRef) =>
  `Le dossier ${caseRef} n’est pas dans ce logiciel\u00a0: reprenez-le dans le logiciel qui le tient.`;

/** Of the desk's list, which shows colleagues' work too: why what was chosen is not taken up here. */
const elsewhere = document.getElementById('elsewhere');
function sayElsewhere(text) {
  elsewhere.textContent = text;
  elsewhere.hidden = text === '';
}

// Another appointment is wanted, or a decision waits to be carried out: in the page of its case.
for (const how of ['again', 'execute'])
  document.addEventListener(`sas-orientation-${how}`, async ({ orientation }) => {
    const { caseRef } = orientation;
    if (caseRef === null) return sayElsewhere(NO_CASE);
    const address = `/cases/${encodeURIComponent(caseRef)}`;
    const answer = await fetch(`${address}?part=case`).catch(() => null);
    if (answer?.status === 404) return sayElsewhere(notHere(caseRef));
    sayElsewhere('');
    sessionStorage.setItem(WANTED, JSON.stringify({ how, orientation }));
    location.assign(address);
  });

const flow = document.querySelector('sas-orientation');
const wanted = flow && sessionStorage.getItem(WANTED);
if (wanted) {
  sessionStorage.removeItem(WANTED);
  const { how, orientation } = JSON.parse(wanted);
  await customElements.whenDefined('sas-orientation');
  await flow[how](orientation);
}
