import { html, type SafeHtml } from '@remix-run/html-template';
import type { Finding, Flow } from '@sas-kit/fhir';
import type { Opening } from '../store/slots.ts';
import type { Desk } from './desk.ts';

const SEARCHES: Readonly<Record<Flow, string>> = {
  ps: 'la recherche par praticien',
  cpts: 'la recherche par CPTS',
  sos: 'la recherche par association SOS Médecins',
};

/** « Pourquoi ce créneau n’est pas envoyé au SAS ? », in the words of the connector. */
export async function explanation({ connector, program }: Desk, slot: Opening): Promise<SafeHtml> {
  const { sent, searches, mended } = await connector.explain(slot.id);
  const past = slot.start <= program.now();
  const title =
    sent && !past ? 'Envoyé au SAS' : 'Pourquoi ce créneau n’est pas envoyé au SAS\u00a0?';
  const reasons = new Map(
    searches.flatMap((search) => search.reasons).map((reason) => [reason.message.fr, reason]),
  );
  const answering = searches.filter((search) => search.sent).map(({ flow }) => SEARCHES[flow]);
  return html`<section class="panel" id="sas">
    <h2>${title}</h2>
    ${past ? html`<p>Il est passé&nbsp;: aucune recherche ne le demande plus.</p>` : null}
    ${sent && !past ? html`<p>Il paraît dans ${answering.join(' et dans ')}, tant qu’il est libre.</p>` : null}
    ${reasons.size > 0 ? list([...reasons.values()]) : null}
    ${mended.length > 0 ? html`<h3>Corrigé à l’envoi</h3>` : null}
    ${mended.length > 0 ? list(mended) : null}
  </section>`;
}

function list(findings: readonly Finding[]): SafeHtml {
  const line = ({ mend, ...finding }: Finding) =>
    html`<li>
      ${sentence(wording(finding))}
      ${mend === undefined ? null : `Pour corriger\u00a0: ${mend.fr}.`}
    </li>`;
  return html`<ul>
    ${findings.map(line)}
  </ul>`;
}

/** Of what is meant so, the value is the program's own word: it says nothing to the secretary. */
function wording({ severity, message }: Pick<Finding, 'severity' | 'message'>): string {
  return severity === 'information' ? message.fr.replace(/ : «[^»]*»$/, '') : message.fr;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
