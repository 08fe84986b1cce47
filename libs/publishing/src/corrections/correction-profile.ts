/** What stands for a profile in the batch of a correction, whose file is the correction itself. */
export const CORRECTION_PROFILE = 'correction';
