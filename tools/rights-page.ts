import prettier from 'prettier';
import { RIGHTS, SLOTS } from '../packages/platform/src/identity/rights.ts';

/** Where the page stands in the repository. */
export const RIGHTS_PAGE = 'docs/rights.md';

interface Operation {
  operationId: string;
  'x-right': string;
}

const HEAD = `<!-- Generated from packages/platform/src/identity/rights.ts by \`npm run generate\`. Do not edit. -->

# Who may do what

One table in the code says it; routes, the conditions in SQL, the tests and this page follow from it.
What is not here is refused.

| scope | how far the right reaches |
| --- | --- |
| everything | every record |
| territory | records of the territories that the caller works for |
| own | those of its person, of its structures, of its software, or of who delegated to it |
| self | what it made itself, its own account |
| visible | slots that the second table lets it see |
| capability | the one record whose secret it holds |
`;

const cell = (words: readonly string[]) => words.join(', ');

/** The table of rights as a page: rights with their operations, then slots by code. */
export function rightsPage(contract: {
  paths: Record<string, Record<string, unknown>>;
}): Promise<string> {
  const operations = Object.values(contract.paths).flatMap((item) =>
    Object.values(item).filter(
      (each): each is Operation => typeof each === 'object' && each !== null && 'x-right' in each,
    ),
  );
  const calls = (right: string) =>
    operations
      .filter((operation) => operation['x-right'] === right)
      .map(({ operationId }) => `\`${operationId}\``);
  const rights = Object.entries(RIGHTS).map(([right, holders]) => {
    const roles = Object.entries(holders as Record<string, readonly string[]>);
    const scopes = new Map<string, string[]>();
    for (const [role, reach] of roles) {
      const key = reach.join(' + ');
      scopes.set(key, [...(scopes.get(key) ?? []), role]);
    }
    const held = [...scopes].map(([scope, names]) => `**${scope}**: ${cell(names)}`);
    return `| \`${right}\` | ${held.join('<br>')} | ${cell(calls(right))} |`;
  });
  const codes = ['PUBLIC', 'PRO', 'SNP', 'CPTS'] as const;
  const slots = Object.entries(SLOTS).map(
    ([role, reach]) => `| ${role} | ${codes.map((code) => reach[code] ?? '–').join(' | ')} |`,
  );
  const page = [
    HEAD,
    '## Rights',
    '| right | who, how far | calls |\n| --- | --- | --- |',
    rights.join('\n'),
    `Without credentials: ${cell(calls('open'))}.`,
    '## Slots that a role sees, by code',
    `Codes of one slot combine as OR. Roles that are not here see none.\n`,
    `| role | ${codes.join(' | ')} |\n| --- |${' --- |'.repeat(codes.length)}`,
    slots.join('\n'),
    '',
  ].join('\n\n');
  const tables = page.replaceAll(/(\| --- \|.*)\n\n(\|)/g, '$1\n$2');
  return prettier.format(tables, { parser: 'markdown', printWidth: 100, proseWrap: 'preserve' });
}
