import type { InputHTMLAttributes, ReactNode } from 'react';
import { controlProps, Explanation } from './fields';

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'name' | 'id'> & {
  name: string;
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

export function Checkbox({ name, id = name, label, hint, error, ...rest }: CheckboxProps) {
  return (
    <div className="field">
      <Choice kind="checkbox" {...rest} name={name} id={id} label={label} hint={hint} error={error} />
    </div>
  );
}

export interface ChoiceOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface GroupProps {
  name: string;
  id?: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: ReactNode;
  options: readonly ChoiceOption[];
  columns?: boolean;
}

export type CheckboxGroupProps = GroupProps & {
  defaultValues?: readonly string[];
  onChange?: (value: string, checked: boolean) => void;
};

export function CheckboxGroup({ defaultValues = [], onChange, ...group }: CheckboxGroupProps) {
  return (
    <Group {...group}>
      {(option, id) => (
        <Choice
          key={option.value}
          kind="checkbox"
          name={group.name}
          id={id}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          defaultChecked={defaultValues.includes(option.value)}
          onChange={onChange && ((event) => onChange(option.value, event.currentTarget.checked))}
        />
      )}
    </Group>
  );
}

export type RadioGroupProps = GroupProps & {
  defaultValue?: string;
  required?: boolean;
  onChange?: (value: string) => void;
};

export function RadioGroup({ defaultValue, required, onChange, ...group }: RadioGroupProps) {
  return (
    <Group {...group}>
      {(option, id) => (
        <Choice
          key={option.value}
          kind="radio"
          name={group.name}
          id={id}
          value={option.value}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          required={required}
          defaultChecked={defaultValue === option.value}
          onChange={onChange && (() => onChange(option.value))}
        />
      )}
    </Group>
  );
}

/** The first choice carries the group's own id, so that a link in an error summary lands on it. */
function Group(props: GroupProps & { children: (option: ChoiceOption, id: string) => ReactNode }) {
  const { name, id = name, legend, hint, error, optional, options, columns, children } = props;
  return (
    <fieldset className="field" aria-describedby={controlProps(id, hint, error)['aria-describedby']}>
      <legend>
        {legend}
        {optional ? <span className="field-optional">{optional}</span> : null}
      </legend>
      <Explanation id={id} hint={hint} error={error} />
      <div className={columns ? 'choices in-columns' : 'choices'}>
        {options.map((option, index) => children(option, index === 0 ? id : `${id}-${option.value}`))}
      </div>
    </fieldset>
  );
}

type ChoiceProps = Omit<CheckboxProps, 'id'> & { id: string; kind: 'checkbox' | 'radio' };

function Choice({ kind, id, label, hint, error, ...rest }: ChoiceProps) {
  const own = `${id}-choice`;
  const { 'aria-describedby': described, 'aria-invalid': invalid } = controlProps(own, hint, error);
  return (
    <div className="choice">
      <input {...rest} type={kind} id={id} aria-describedby={described} aria-invalid={invalid} />
      <label htmlFor={id}>{label}</label>
      <Explanation id={own} hint={hint} error={error} />
    </div>
  );
}
