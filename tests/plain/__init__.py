"""Tests of the plain face, through its public doors."""
