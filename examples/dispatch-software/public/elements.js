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

// Another appointment is wanted, or a decision waits to be carried out: in the page of its case.
const WANTED = 'orientation-wanted';
for (const begin of ['again', 'execute'])
  document.addEventListener(`sas-orientation-${begin}`, ({ orientation }) => {
    const { caseRef } = orientation;
    if (caseRef === null) return;
    sessionStorage.setItem(WANTED, JSON.stringify({ begin, orientation }));
    location.assign(`/cases/${encodeURIComponent(caseRef)}`);
  });

// That page begins with it: once, and only where it is of this case.
const wanted = JSON.parse(sessionStorage.getItem(WANTED) ?? 'null');
sessionStorage.removeItem(WANTED);
const desk = document.querySelector('sas-orientation');
if (desk !== null && wanted?.orientation.caseRef === desk.getAttribute('case-ref'))
  void customElements
    .whenDefined('sas-orientation')
    .then(() => desk[wanted.begin](wanted.orientation));
