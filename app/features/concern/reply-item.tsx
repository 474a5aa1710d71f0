import { BodyView } from '#app/ui/body';
import type { ReplyNode } from './reply-layout';
import { authorName, fill } from './say';
import { DeleteAction, EditReplyAction, ReplyAction } from './thread-forms';
import { useTools } from './tools';
import { EditedMark, When, Who } from './who';

export function ReplyItem({ node, number }: { node: ReplyNode; number: number }) {
  const { words, links } = useTools();
  const { reply, answers, replies } = node;
  const id = `reply-${reply.id}`;
  const whoId = `${id}-who`;
  return (
    <li className="reply" id={id} tabIndex={-1}>
      {answers ? (
        <p className="reply-answers">
          <a href={`#reply-${answers.id}`}>
            {fill(words.inReplyTo, {
              name: answers.author ? authorName(answers.author, words) : words.aDeletedReply,
            })}
          </a>
        </p>
      ) : null}
      {reply.body ? (
        <>
          <p className="card-who">
            <Who author={reply.author} id={whoId} />
            <a className="card-when" href={`#${id}`}>
              <When at={reply.createdAt} />
            </a>
          </p>
          <div className="card-body" dir="auto">
            <BodyView body={reply.body} />
          </div>
          {reply.editedAt ? (
            <p className="card-foot">
              <EditedMark at={reply.editedAt} href={links?.history?.(number, reply.id)} />
            </p>
          ) : null}
        </>
      ) : (
        <p className="tombstone" id={whoId}>
          {words.replyDeleted}
        </p>
      )}
      {reply.can.reply || reply.can.edit || reply.can.remove ? (
        <div className="card-actions thread-actions">
          {reply.can.reply ? <ReplyAction number={number} parent={reply} describedBy={whoId} /> : null}
          {reply.can.edit && reply.body ? <EditReplyAction number={number} reply={reply} describedBy={whoId} /> : null}
          {reply.can.remove && reply.body ? <DeleteAction number={number} reply={reply} describedBy={whoId} /> : null}
        </div>
      ) : null}
      {replies.length > 0 ? (
        <ol className="replies">
          {replies.map((child) => (
            <ReplyItem key={child.reply.id} node={child} number={number} />
          ))}
        </ol>
      ) : null}
    </li>
  );
}
