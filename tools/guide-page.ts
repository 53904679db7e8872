import { format, resolveConfig } from 'prettier';
import { GUIDE_DIFFERENCES, type GuideDifference, type GuideVersion } from '@sas-kit/fhir';

/** Where the page stands in the repository. */
export const GUIDE_PAGE = 'docs/guide-versions.md';

const VERSIONS = ['1.1', '1.2'] as const satisfies readonly GuideVersion[];

/** A text inside a cell of a table. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

function table(language: 'fr' | 'en', head: readonly string[]): string {
  const row = (difference: GuideDifference): string =>
    [difference.subject, ...VERSIONS.map((version) => difference[version]), difference.written]
      .map((text) => cell(text[language]))
      .join(' | ');
  return [head.join(' | '), head.map(() => '---').join(' | '), ...GUIDE_DIFFERENCES.map(row)]
    .map((line) => `| ${line} |`)
    .join('\n');
}

/** The page about what the versions of the guide want differently, out of `GUIDE_DIFFERENCES`. */
export async function guidePage(): Promise<string> {
  const page = `<!-- Generated from GUIDE_DIFFERENCES of @sas-kit/fhir by \`npm run generate\`. Do not edit. -->

# Les versions 1.1 et 1.2 du guide

Ce qui diffère sur le réseau entre les versions 1.1 et 1.2 du guide d'implémentation du SAS
(\`ans.fhir.fr.sas\`), et ce que SAS Kit transmet. Le kit de test officiel valide contre la 1.1.0 : c'est
la version par défaut. On choisit avec \`createConnector({ guide: '1.2', … })\`, avec \`"guide": "1.2"\`
dans la configuration de \`sas-connector\`, avec \`--guide 1.2\` pour \`sas-conformance --bundle\`.

${table('fr', ['Sujet', 'Guide 1.1', 'Guide 1.2', 'Ce que SAS Kit transmet'])}

Tout le reste est identique dans les deux versions. En lecture, les deux formes sont comprises.

## In English

What the versions 1.1 and 1.2 of the guide want differently on the wire, and what SAS Kit sends. The
official test kit validates against 1.1.0, which is therefore the default; \`guide: '1.2'\` chooses the
other. All else is alike; readers understand both forms.

${table('en', ['Subject', 'Guide 1.1', 'Guide 1.2', 'What SAS Kit sends'])}

Independent project, published neither by the ministry nor by the ANS.
`;
  const options = await resolveConfig(new URL(`../${GUIDE_PAGE}`, import.meta.url));
  return format(page, { ...options, parser: 'markdown' });
}
