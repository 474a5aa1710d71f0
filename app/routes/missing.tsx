import { fail } from '#app/domain/result';
import { refusal } from '#app/http/answer.server';

export const loader = () => {
  throw refusal(fail('not-found'));
};
export default function Missing() {
  return null;
}
