Feature: Asking whether the service is there
  As someone who runs the service
  I want to ask it whether it is there, without rights of any kind,
  so that monitoring needs no right to see users.

  Not from the article, which has no section on this. A service in use needs it.

  Rule: The service says that it is there

    @smoke
    Example: Max's monitoring asks
      When Max's monitoring asks whether the service is there
      Then the service says that it is

  @needs-faults
  Rule: A service that is not there never says that it is

    No answer at all means the same.

    Example: Max's monitoring asks a service that is broken
      Given the function dies
      When Max's monitoring asks whether the service is there
      Then this is refused because the service failed

    Example: Max's monitoring asks a service that hangs
      Given the function takes too long
      When Max's monitoring asks whether the service is there
      Then this is refused because it took too long

  @needs-faults
  Rule: As soon as the service is there again, it says so

    Example: Max's monitoring asks again
      Given the function dies
      And Max's monitoring was told that the service is not there
      And all is well again
      When Max's monitoring asks whether the service is there
      Then the service says that it is

  @needs-faults
  Rule: Too many questions are refused, which says nothing about the service

    Example: Max's monitoring asks while nobody is let in
      Given nobody is let in for now
      When Max's monitoring asks whether the service is there
      Then this is refused because there are too many requests
