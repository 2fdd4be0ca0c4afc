package dev.perennial.architecture.violators.application.member;

abstract class PortWithOneImplementationContract {}
