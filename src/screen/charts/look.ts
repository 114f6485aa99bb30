import styles from './charts.module.css';

/** A class of the charts' stylesheet, for parts that take no undefined one. */
export const look = (name: string): string => styles[name] ?? '';
