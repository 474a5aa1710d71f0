import type { ReaderWords } from '#app/domain/words/reader.en';
import { Button, IconButton } from '#app/ui/buttons';
import { MarginFilters } from './filters';
import { fill, plural } from './say';
import type { MarginFilter } from './spots';

export interface MarginHeadProps {
  count: number;
  waiting: number;
  ready: boolean;
  mayRaise: boolean;
  present: readonly string[];
  filter: MarginFilter;
  words: ReaderWords;
  onFilter: (filter: MarginFilter) => void;
  onNext: () => void;
  onPrevious: () => void;
  onShowWaiting: () => void;
  onRaiseOnTreaty: () => void;
  onHelp: () => void;
}

export function MarginHead(props: MarginHeadProps) {
  const { count, waiting, ready, mayRaise, present, filter, words } = props;
  return (
    <>
      <div className="margin-head">
        <h2>{plural(words.concernCount, count, words.locale)}</h2>
        {ready ? (
          <div className="margin-tools">
            <IconButton
              label={words.previous}
              icon={<Chevron up />}
              tone="quiet"
              size="small"
              onClick={props.onPrevious}
            />
            <IconButton label={words.next} icon={<Chevron />} tone="quiet" size="small" onClick={props.onNext} />
            <MarginFilters filter={filter} words={words} onChange={props.onFilter} />
            <IconButton label={words.keys.help} icon="?" tone="quiet" size="small" onClick={props.onHelp} />
          </div>
        ) : null}
        <div className="margin-news" role="status">
          {waiting > 0 ? (
            <button type="button" className="card-pile" onClick={props.onShowWaiting}>
              {plural(words.newConcerns, waiting, words.locale)}
            </button>
          ) : null}
        </div>
      </div>
      <div className="margin-lead">
        {present.length > 0 ? (
          <p className="margin-present">{fill(words.present, { names: listOf(present, words.locale) })}</p>
        ) : null}
        {mayRaise ? (
          <Button tone="quiet" size="small" className="raise-on-treaty" onClick={props.onRaiseOnTreaty}>
            {words.passage.raiseOnTreaty}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Chevron({ up }: { up?: boolean }) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12">
      <path
        d={up ? 'M2 8l4-4 4 4' : 'M2 4l4 4 4-4'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

const listOf = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
