// CellRunner
