import { GoneException, NotFoundException } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { findWithdrawal, type WithdrawalRow } from '#search';

/** What is asked for is of a process that was withdrawn. */
export class WithdrawnException extends GoneException {
  constructor(readonly withdrawal: WithdrawalRow) {
    super(`El proceso ${withdrawal.ocid} fue retirado por ${withdrawal.office}: ${withdrawal.reason}`);
  }
}

/** @throws WithdrawnException of a process that has a tombstone; NotFoundException of any other */
export async function sayWhyMissing(dataSource: DataSource, ocid: string, message: string): Promise<never> {
  const withdrawal = await findWithdrawal(dataSource, ocid);
  throw withdrawal ? new WithdrawnException(withdrawal) : new NotFoundException(message);
}
