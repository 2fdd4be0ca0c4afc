package dev.perennial.architecture.violators.application.member;

interface PortWithOneImplementation {
    void save();
}
