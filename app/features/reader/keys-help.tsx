import type { ReaderWords } from '#app/domain/words/reader.en';
import { Checkbox } from '#app/ui/choices';
import { Dialog } from '#app/ui/dialog';

export interface KeysHelpProps {
  open: boolean;
  on: boolean;
  words: ReaderWords;
  onChange: (on: boolean) => void;
  onClose: () => void;
}

export function KeysHelp({ open, on, words, onChange, onClose }: KeysHelpProps) {
  const { keys } = words;
  const rows: [string[], string][] = [
    [['J', 'N'], keys.next],
    [['K', 'P'], keys.previous],
    [['C'], keys.raise],
    [['Esc'], keys.close],
    [['?'], keys.help],
  ];
  return (
    <Dialog open={open} onClose={onClose} title={keys.title} closeLabel={words.close}>
      <dl className="keys-list">
        {rows.map(([names, what]) => (
          <div key={what}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Checkbox name="single-keys" label={keys.on} checked={on} onChange={(event) => onChange(event.target.checked)} />
    </Dialog>
  );
}
