import PatchCommand

Command.main()
