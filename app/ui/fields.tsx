import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';

interface Words {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** What to say beside the label of a field that may stay empty. */
  optional?: ReactNode;
}

/** What a control needs so that its hint and error are read with it. */
export interface ControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export type FieldProps = Words & {
  id: string;
  className?: string;
  /** Keeps the label for screen readers only, as in a search box. */
  labelHidden?: boolean;
  children: (control: ControlProps) => ReactNode;
};

export function controlProps(id: string, hint: ReactNode, error: ReactNode): ControlProps {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined };
}

export function Explanation({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </>
  );
}

export function Field({ id, label, hint, error, optional, className, labelHidden, children }: FieldProps) {
  return (
    <div className={className ? `field ${className}` : 'field'}>
      <label className={labelHidden ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {label}
        {optional ? <span className="field-optional">{optional}</span> : null}
      </label>
      <Explanation id={id} hint={hint} error={error} />
      {children(controlProps(id, hint, error))}
    </div>
  );
}

type Own = Words & { name: string; id?: string; labelHidden?: boolean; fieldClassName?: string };

export type TextInputProps = Own & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>;

export function TextInput(props: TextInputProps) {
  const { label, hint, error, optional, labelHidden, fieldClassName, id = props.name, className, ...rest } = props;
  return (
    <Field {...{ id, label, hint, error, optional, labelHidden }} className={fieldClassName}>
      {(control) => <input type="text" {...rest} {...control} className={inputClass(className)} />}
    </Field>
  );
}

export type TextAreaProps = Own & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>;

export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, labelHidden, fieldClassName, id = props.name, className, ...rest } = props;
  return (
    <Field {...{ id, label, hint, error, optional, labelHidden }} className={fieldClassName}>
      {(control) => <textarea dir="auto" {...rest} {...control} className={inputClass(className)} />}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export type SelectProps = Own &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id'> & {
    options: readonly Option[];
    /** The words of a first, empty choice. */
    emptyLabel?: string;
  };

export function Select(props: SelectProps) {
  const { label, hint, error, optional, labelHidden, fieldClassName, id = props.name, ...more } = props;
  const { className, options, emptyLabel, ...rest } = more;
  return (
    <Field {...{ id, label, hint, error, optional, labelHidden }} className={fieldClassName}>
      {(control) => (
        <select {...rest} {...control} className={inputClass(className)}>
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function inputClass(extra?: string): string {
  return extra ? `input ${extra}` : 'input';
}
