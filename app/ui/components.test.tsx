// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { avatarHue, initials, SeverityBadge } from './badges';
import { Button } from './buttons';
import { Bars, HeatStrip } from './charts';
import { CheckboxGroup } from './choices';
import { ErrorSummary } from './feedback';
import { TextInput } from './fields';
import { Matrix, matrixStep } from './matrix';

function draw(element: JSX.Element): Document {
  return new DOMParser().parseFromString(renderToStaticMarkup(element), 'text/html');
}

describe('fields', () => {
  it('read their hint and their error with the control', () => {
    const page = draw(<TextInput name="quote" label="Passage" hint="As printed" error="Not in this text" />);
    const input = page.querySelector('input');
    const told = (input?.getAttribute('aria-describedby') ?? '').split(' ').map((id) => page.getElementById(id));
    expect(told.map((part) => part?.textContent)).toEqual(['As printed', 'Not in this text']);
    expect(input?.getAttribute('aria-invalid')).toBe('true');
    expect(page.querySelector('label')?.htmlFor).toBe(input?.id);
  });

  it('describe nothing when there is nothing to say', () => {
    const input = draw(<TextInput name="quote" label="Passage" />).querySelector('input');
    expect(input?.hasAttribute('aria-describedby')).toBe(false);
    expect(input?.hasAttribute('aria-invalid')).toBe(false);
  });

  it('let a link of the error summary land on a control, in a group too', () => {
    const page = draw(
      <>
        <ErrorSummary title="Not posted" errors={[{ field: 'standards', message: 'Choose one' }]} />
        <CheckboxGroup name="standards" legend="Standards" options={[{ value: 'a', label: 'A' }]} error="Choose one" />
      </>,
    );
    const target = page.querySelector('a')?.getAttribute('href')?.slice(1) ?? '';
    expect(page.getElementById(target)?.tagName).toBe('INPUT');
  });
});

describe('buttons', () => {
  it('do not submit a form unless they are told to', () => {
    expect(draw(<Button>Add</Button>).querySelector('button')?.type).toBe('button');
  });

  it('stay focusable while they are busy', () => {
    const button = draw(<Button busy>Posting</Button>).querySelector('button');
    expect(button?.disabled).toBe(false);
    expect(button?.getAttribute('aria-disabled')).toBe('true');
  });
});

describe('badges', () => {
  it('tell severities apart without colour', () => {
    const filled = (['red-line', 'serious', 'improvement'] as const).map(
      (severity) =>
        draw(<SeverityBadge severity={severity}>x</SeverityBadge>).querySelectorAll('rect:not(.is-off)').length,
    );
    expect(filled).toEqual([3, 2, 1]);
  });

  it.each([
    ['Rosa Klein', 'RK'],
    ['  rosa  maria klein ', 'RK'],
    ['Rosa', 'R'],
    ['张 伟', '张伟'],
    ['𝒜da', '𝒜'],
    ['', ''],
  ])('shorten the name "%s" to "%s"', (name, short) => {
    expect(initials(name)).toBe(short);
  });

  it('give a name the same one of eight hues each time', () => {
    const hues = Array.from({ length: 300 }, (_, n) => avatarHue(`Member ${n}`));
    expect(new Set(hues)).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(avatarHue('Member 7')).toBe(hues[7]);
  });
});

describe('charts', () => {
  const segments = [
    { className: 'c-data', value: 3, label: 'Data' },
    { className: 'c-scope', value: 1, label: 'Scope' },
    { className: 'c-secrecy', value: 0, label: 'Secrecy' },
  ];

  it('draw a column as tall as its number, from the baseline up', () => {
    const columns = [
      { label: '28', title: 'Article 28: 4 concerns', href: '#28', segments },
      { label: '29', title: 'Article 29: 2 concerns', href: '#29', segments: [{ ...segments[0]!, value: 2 }] },
    ];
    const page = draw(<Bars label="Map" columns={columns} height={80} />);
    expect([...page.querySelectorAll('svg')].map((svg) => Number(svg.getAttribute('height')))).toEqual([80, 40]);
    const parts = [...page.querySelectorAll('a:first-child rect')].slice(0, 2);
    expect(parts.map((part) => Number(part.getAttribute('y')))).toEqual([20, 0]);
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('aria-label'))).toEqual([
      'Article 28: 4 concerns',
      'Article 29: 2 concerns',
    ]);
  });

  it('keep a strip within its width and in proportion to the fullest', () => {
    const end = (max: number) => {
      const last = [...draw(<HeatStrip segments={segments} max={max} />).querySelectorAll('rect')].at(-1);
      return Number(last?.getAttribute('x')) + Number(last?.getAttribute('width'));
    };
    expect(end(4)).toBeCloseTo(53, 0);
    expect(end(8)).toBeCloseTo(26, 0);
    expect(end(1)).toBeLessThanOrEqual(54);
  });

  it('carry no style attribute, which the content security policy would drop', () => {
    const columns = [{ key: 'd', label: 'Data', className: 'c-data' }];
    const rows = [{ key: '28', label: '28', cells: [{ value: 2, href: '#c', label: '2 concerns' }] }];
    const page = draw(
      <>
        <Bars label="Map" columns={[{ label: '1', title: 'One', segments }]} />
        <HeatStrip segments={segments} />
        <Matrix caption="Matrix" corner="Article" columns={columns} rows={rows} />
      </>,
    );
    expect(page.querySelectorAll('[style]')).toHaveLength(0);
    expect(page.querySelectorAll('rect')).not.toHaveLength(0);
  });

  it.each([
    [0, 10, 0],
    [1, 10, 1],
    [10, 10, 5],
    [1, 1, 5],
    [3, 5, 3],
  ])('tint %d of %d with step %d', (value, max, step) => {
    expect(matrixStep(value, max)).toBe(step);
  });
});
