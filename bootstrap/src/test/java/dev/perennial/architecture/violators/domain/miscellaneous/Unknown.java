package dev.perennial.architecture.violators.domain.miscellaneous;

record Unknown(String anything) {}
