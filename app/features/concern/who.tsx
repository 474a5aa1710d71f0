import type { AuthorView } from '#app/domain/concern/thread';
import { day, moment } from './say';
import { useTools } from './tools';

/** An author as far as she chose to be named. */
export function Who({ author, id }: { author: AuthorView; id?: string }) {
  const { words, taxonomy } = useTools();
  const constituency = author.constituency ? taxonomy.constituencies[author.constituency] : null;
  const [first, ...rest] = [author.name, author.organisation].filter((part): part is string => part !== null);
  const after = [...rest, ...(constituency ? [constituency] : [])];
  return (
    <span className="who" id={id}>
      <b dir="auto">{first ?? words.contributor}</b>
      {after.map((part) => (
        <span key={part} className="card-org" dir="auto">
          {part}
        </span>
      ))}
    </span>
  );
}

export function When({ at, template }: { at: string; template?: string }) {
  const { words } = useTools();
  const text = day(at, words.locale);
  return (
    <time dateTime={at} title={moment(at, words.locale)}>
      {template ? template.replace('{date}', text) : text}
    </time>
  );
}

/** That it was edited, and where the earlier words are for those who may see them. */
export function EditedMark({ at, href }: { at: string | null; href?: string }) {
  const { words } = useTools();
  if (!at) return null;
  return href ? (
    <a href={href}>
      <When at={at} template={words.editedAt} />
    </a>
  ) : (
    <When at={at} template={words.editedAt} />
  );
}
