/** A name that the tests' browser takes for this machine, see `--host-resolver-rules` in the configuration. */
export const LAN_NAME = 'meeting-room.test';
