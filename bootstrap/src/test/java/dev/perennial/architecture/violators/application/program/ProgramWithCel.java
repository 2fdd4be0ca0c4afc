package dev.perennial.architecture.violators.application.program;

import dev.cel.runtime.CelRuntime;

record ProgramWithCel(CelRuntime runtime) {}
