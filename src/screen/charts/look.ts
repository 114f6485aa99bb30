import styles from './charts.module.css';

/** How high the charts of one call are, in rem. */
export const CALL_CHART = 8.25;

/** A class of the charts' stylesheet, for parts that take no undefined one. */
export const look = (name: string): string => styles[name] ?? '';
