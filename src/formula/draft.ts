import type { ResolvedCall, ResolvedComponent } from '../model/resolved.ts';
import type { Call, Component } from '../model/scenario.ts';
import type { FieldValues } from './fields.ts';
import type { Place } from './reader.ts';

/** A component on its way: its fields are read; its times, its `needed` and who takes over may still wait for the calls around it. */
export interface ComponentDraft {
  readonly component: Component;
  readonly place: Place;
  readonly values: FieldValues;
  readonly resolved: ResolvedComponent;
}

/** A call on its way; `resolved` is null where it leads nowhere or closes a ring. */
export interface CallDraft {
  readonly call: Call;
  readonly place: Place;
  readonly values: FieldValues;
  readonly resolved: ResolvedCall | null;
}
