import '../components/booking/booking.ts';
import { bookingScenes, create } from './scenes.ts';
import { textOf } from './tree.ts';

/** What the page that holds this one is told. */
export interface StrictReport {
  violations: string[];
  text: string;
}

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  violations.push(`${violatedDirective} ${blockedURI}`);
});

/** Books a slot, so that every part of the path has been loaded and shown. */
async function play(): Promise<StrictReport> {
  const scene = bookingScenes.confirmed;
  const element = create('sas-booking', scene);
  document.body.append(element);
  await scene.act(element);
  return { violations, text: textOf(element) };
}

play().then(
  (report) => parent.postMessage(report),
  (error: unknown) => parent.postMessage({ violations, text: String(error) }),
);
