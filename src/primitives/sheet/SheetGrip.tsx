/** The short bar at the top of a sheet. */
export const SheetGrip = () => <span className="roster-sheet-grip" aria-hidden="true" />
