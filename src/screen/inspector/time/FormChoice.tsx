import type { Ref } from 'react';
import { TIME_FORMS, type TimeForm } from '../../../model/edit/time-form.ts';
import { TIME_FORM_WORDS } from '../../../words/time-forms.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './time.module.css';

interface FormChoiceProps {
  readonly ref: Ref<HTMLSelectElement>;
  readonly id: string | undefined;
  /** Of the field. */
  readonly label: string;
  readonly problemId: string | undefined;
  readonly form: TimeForm;
  /** Beside the one time that is written: says only that there are other forms. */
  readonly compact: boolean;
  readonly onChoose: (form: TimeForm) => void;
}

const OPTIONS = TIME_FORMS.map((form) => ({ value: form, label: TIME_FORM_WORDS[form].label }));

/** The form in which a time is given. */
export function FormChoice({ ref, id, label, problemId, form, compact, onChoose }: FormChoiceProps) {
  const choice = (
    <Choice
      ref={ref}
      id={id}
      className={compact ? styles['over'] : undefined}
      aria-label={`${label}: form`}
      aria-describedby={problemId}
      aria-invalid={problemId === undefined ? undefined : true}
      title={compact ? 'Give it as a distribution' : TIME_FORM_WORDS[form].help}
      value={form}
      options={OPTIONS}
      onChoose={(value) => {
        const to = TIME_FORMS.find((each) => each === value);
        if (to !== undefined) onChoose(to);
      }}
    />
  );
  if (!compact) return choice;
  return (
    <span className={styles['compact']}>
      <span aria-hidden className={styles['says']}>
        or spread
      </span>
      <span aria-hidden className={styles['arrow']}>
        <Icon name="ChevronDown" size="0.875rem" />
      </span>
      {choice}
    </span>
  );
}
