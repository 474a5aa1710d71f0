import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, describe, expect, it } from 'vitest';
import { BANNED_NAMES, RIM, ROOMS } from './rooms';

const ROOT = join(import.meta.dirname, '../..');
const rim = `^app/(${RIM.map((name) => name.replaceAll('.', '\\.')).join('|')})$`;

/** Every rule, with a violation that it must catch: path of a file and what it imports. */
const RULES: { rule: IForbiddenRuleType; planted: [file: string, imports: string] }[] = [
  ...ROOMS.map(({ room, mayImport }) => {
    const others = ROOMS.map((one) => one.room).filter((other) => other !== room && !mayImport.includes(other));
    return {
      rule: {
        name: `${room} imports only ${mayImport.join(', ') || 'itself'}`,
        severity: 'error' as const,
        from: { path: `^app/${room}/` },
        to: { path: `^app/(${others.join('|')})/` },
      },
      planted: [`app/${room}/planted.ts`, `../${others[0]}/target`] as [string, string],
    };
  }),
  {
    rule: {
      name: 'features do not import each other',
      severity: 'error',
      from: { path: '^app/features/([^/]+)/' },
      to: { path: '^app/features/([^/]+)/', pathNot: '^app/features/($1)/' },
    },
    planted: ['app/features/reader/planted.ts', '../editor/target'],
  },
  {
    rule: {
      name: 'Lexical only in features/editor',
      severity: 'error',
      from: { path: '^app/', pathNot: '^app/features/editor/' },
      to: { path: 'node_modules/(@lexical/|lexical/)' },
    },
    planted: ['app/features/reader/planted-lexical.ts', 'lexical'],
  },
  {
    rule: {
      name: 'nothing imports the rim',
      severity: 'error',
      from: { path: '^app/', pathNot: rim },
      to: { path: rim },
    },
    planted: ['app/routes/planted-rim.ts', '../root'],
  },
  {
    rule: {
      name: 'pages do not reach server files through ui or features',
      severity: 'error',
      from: { path: '^app/(ui|features|domain)/' },
      to: { path: '\\.server\\.tsx?$' },
    },
    planted: ['app/features/reader/planted-server.ts', '../../domain/target.server'],
  },
  {
    rule: {
      name: 'no circles',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.fixture\\.ts$' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    planted: ['app/domain/circle.ts', './circle-back'],
  },
];

async function violations(folder: string) {
  const { output } = await cruise(
    ['app'],
    {
      baseDir: folder,
      ruleSet: { forbidden: RULES.map(({ rule }) => rule) },
      validate: true,
      exclude: { path: '(^|/)(generated|node_modules/[^@l])/|\\.test\\.tsx?$' },
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
      tsConfig: { fileName: join(folder, 'tsconfig.json') },
      enhancedResolveOptions: {
        extensions: ['.ts', '.tsx', '.js', '.css'],
        conditionNames: ['import', 'types', 'default'],
      },
    },
    undefined,
    { tsConfig: undefined as never },
  );
  if (typeof output === 'string') throw new Error(output);
  return output;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('generated'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

describe('the walls of the house', () => {
  it('stand in the code as it is', async () => {
    const { summary } = await violations(ROOT);
    expect(summary.totalCruised).toBeGreaterThan(200);
    expect(summary.violations.map((one) => `${one.rule.name}: ${one.from} → ${one.to}`)).toEqual([]);
  });

  describe('each fires on a planted violation', () => {
    const folder = mkdtempSync(join(tmpdir(), 'proviso-walls-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('one by one', async () => {
      const write = (path: string, words: string) => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), words);
      };
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
      write('tsconfig.json', readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'));
      write('package.json', readFileSync(join(ROOT, 'package.json'), 'utf8'));
      for (const { room } of ROOMS) write(`app/${room}/target.ts`, 'export const target = 1;\n');
      write('app/features/editor/target.ts', 'export const target = 1;\n');
      write('app/domain/target.server.ts', 'export const target = 1;\n');
      write('app/root.tsx', 'export const target = 1;\n');
      write('app/domain/circle-back.ts', "import { target } from './circle';\nexport const back = target;\n");
      for (const { planted } of RULES) {
        const name = planted[1] === './circle-back' ? 'back' : planted[1] === 'lexical' ? '$getRoot' : 'target';
        write(planted[0], `import { ${name} } from '${planted[1]}';\nexport const target = ${name};\n`);
      }
      const { summary } = await violations(folder);
      const fired = new Set(summary.violations.map((one) => one.rule.name));
      expect(RULES.map(({ rule }) => rule.name).filter((name) => !fired.has(name!))).toEqual([]);
    });
  });

  it('let in only the packages that a room may use', () => {
    const wrong: string[] = [];
    for (const { room, packages } of ROOMS) {
      if (packages === 'any') continue;
      for (const file of filesIn(join(ROOT, 'app', room))) {
        if (!/\.tsx?$/.test(file) || /\.(test|fixture)\.tsx?$/.test(file)) continue;
        const code = readFileSync(join(ROOT, file), 'utf8');
        for (const [, name = ''] of code.matchAll(/(?:from|import\()\s*'([^'.#][^']*)'/g))
          if (!packages.some((allowed) => allowed.test(name))) wrong.push(`${file}: ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('have no file or folder whose name would collect everything, and no index but the two registries', () => {
    const files = filesIn(join(ROOT, 'app'));
    expect(files.filter((file) => file.split('/').some((part) => BANNED_NAMES.test(part)))).toEqual([]);
    expect(files.filter((file) => /\/index\.tsx?$/.test(file)).sort()).toEqual([
      'app/formats/export/index.ts',
      'app/formats/import/index.ts',
    ]);
  });

  it('are crossed by #app/ imports, and rooms keep to relative ones inside', () => {
    const wrong: string[] = [];
    for (const { room } of ROOMS)
      for (const file of filesIn(join(ROOT, 'app', room))) {
        if (!/\.tsx?$/.test(file)) continue;
        const code = readFileSync(join(ROOT, file), 'utf8');
        for (const [, target = ''] of code.matchAll(/from '([^']+)'/g)) {
          if (target.startsWith(`#app/${room}/`)) wrong.push(`${file}: ${target}`);
          if (target.startsWith('..') && !join(dirname(file), target).startsWith(`app/${room}/`))
            wrong.push(`${file}: ${target}`);
        }
      }
    expect(wrong).toEqual([]);
  });
});
